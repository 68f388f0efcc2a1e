package dev.natter.user.session;

import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SessionDocuments implements ReactivePanacheMongoRepositoryBase<SessionDocument, String> {}
