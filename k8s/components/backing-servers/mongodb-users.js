// Run once by the image, on an empty data directory: each service may write its own database and see no other.
for (const [service, password] of [
  ['user', process.env.MONGODB_USER_PASSWORD],
  ['chat', process.env.MONGODB_CHAT_PASSWORD],
]) {
  const database = `natter-${service}`;
  db.getSiblingDB(database).createUser({ user: database, pwd: password, roles: ['readWrite'] });
}
