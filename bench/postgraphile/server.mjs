// PostGraphile 5 on the tables of the register, under the same row-level security: role and settings per request.
import { createPublicKey, verify } from "node:crypto";
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";

const uitgevers = JSON.parse(process.env.BRON_TOKEN_UITGEVERS);
const sleutel = createPublicKey({ key: Object.values(uitgevers)[0].keys[0], format: "jwk" });
const bekend = new Map();

// A token is checked once and remembered, as the service does.
function instellingVan(koppen) {
  const token = (koppen.authorization ?? "").slice("Bearer ".length);
  let instelling = bekend.get(token);
  if (instelling === undefined) {
    const [kop, inhoud, handtekening] = token.split(".");
    const sleutelEnVorm = { key: sleutel, dsaEncoding: "ieee-p1363" };
    const echt = verify("sha256", Buffer.from(`${kop}.${inhoud}`), sleutelEnVorm, Buffer.from(handtekening, "base64url"));
    if (!echt) throw new Error("token");
    instelling = JSON.parse(Buffer.from(inhoud, "base64url")).instelling;
    bekend.set(token, instelling);
  }
  return instelling;
}

// Relations that the tables do not declare, or only by a key of three columns without an index of its own.
const VERWIJZINGEN = {
  inschrijvingsperiode: ["(inschrijving_id) references inschrijving (id)"],
  extra_ondersteuning: ["(inschrijving_id) references inschrijving (id)"],
  bpv: [
    "(inschrijving_id) references inschrijving (id)",
    "(leerbedrijf_id) references leerbedrijf (leerbedrijf_id)",
  ],
  signaal: ["(inschrijving_id) references inschrijving (id)", "(resultaat_id) references resultaat (id)"],
  resultaat: ["(diploma_id) references resultaat (id)"],
};

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: Object.fromEntries(
          Object.entries(VERWIJZINGEN).map(([tabel, foreignKey]) => [tabel, { tags: { foreignKey } }]),
        ),
      },
    }),
  ],
  disablePlugins: ["PgMutationCreatePlugin", "PgMutationUpdateDeletePlugin"],
  schema: { defaultBehavior: "+list +connection" },
  pgServices: [
    makePgService({ connectionString: process.env.BRON_DATABASE_URL, schemas: ["public"], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false, websockets: false },
  grafast: {
    context(bron) {
      const instelling = instellingVan(bron.node.req.headers);
      return {
        pgSettings: {
          role: "bron_lezer_mbo",
          "bron.instelling": instelling,
          "bron.aanroeper": `MBO:${instelling}`,
          jit: "off",
        },
      };
    },
  },
};

const pgl = postgraphile(preset);
const dienst = pgl.createServ(grafserv);
const server = createServer();
await dienst.addTo(server);
server.listen(Number(process.env.BENCH_POORT), "127.0.0.1");
