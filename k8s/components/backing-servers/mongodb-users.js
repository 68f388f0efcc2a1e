// Run once by the image on an empty data directory: each service gets access to its own database only.
for (const [service, password] of [
  ['user', process.env.MONGODB_USER_PASSWORD],
  ['chat', process.env.MONGODB_CHAT_PASSWORD],
]) {
  const database = `natter-${service}`;
  db.getSiblingDB(database).createUser({ user: database, pwd: password, roles: ['readWrite'] });
}
