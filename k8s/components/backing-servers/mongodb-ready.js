// Succeeds if this member is the primary; initiates the replica set if there is none.
const admin = db.getSiblingDB('admin');
admin.auth(process.env.MONGO_INITDB_ROOT_USERNAME, process.env.MONGO_INITDB_ROOT_PASSWORD);
try {
  quit(admin.runCommand({ replSetGetStatus: 1 }).myState === 1 ? 0 : 1);
} catch (failure) {
  if (failure.codeName === 'NotYetInitialized') {
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
  }
  quit(1);
}
