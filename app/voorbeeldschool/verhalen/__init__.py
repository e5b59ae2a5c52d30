"""All stories, in the order in which they are delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.voorbeeldschool.verhalen.fouten import FOUTEN
from app.voorbeeldschool.verhalen.herkomst import HERKOMST
from app.voorbeeldschool.verhalen.identiteit import IDENTITEIT
from app.voorbeeldschool.verhalen.loopbanen import LOOPBANEN
from app.voorbeeldschool.verhalen.werken_en_leren import WERKEN_EN_LEREN
from app.voorbeeldschool.verhalen.zonder_bsn import ZONDER_BSN

if TYPE_CHECKING:
    from app.voorbeeldschool.verhaal import Verhaal

VERHALEN: Final[tuple[Verhaal, ...]] = (
    *LOOPBANEN,
    *WERKEN_EN_LEREN,
    *IDENTITEIT,
    *HERKOMST,
    *ZONDER_BSN,
    *FOUTEN,
)
