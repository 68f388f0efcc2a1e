package dev.natter.chat.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;

/** What a log has above some number: how many messages of others, and its highest number. */
@RegisterForReflection
public record UnreadDocument(@BsonId String conversationId, long count, long lastSeq) {}
