package dev.natter.user.account;

import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AccountDocuments implements ReactivePanacheMongoRepositoryBase<AccountDocument, String> {}
