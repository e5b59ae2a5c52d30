// The audit of graphql-http against our service; a token with every request. Prints one JSON array.
import { auditServer } from 'graphql-http';

const { AUDIT_URL: url, AUDIT_TOKEN: token } = process.env;
const fetchFn = (adres, opties = {}) =>
  fetch(adres, { ...opties, headers: { ...opties.headers, authorization: `Bearer ${token}` } });

const uitkomsten = await auditServer({ url, fetchFn });
console.log(JSON.stringify(uitkomsten.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
