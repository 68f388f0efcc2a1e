package dev.natter.chat.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;

/** How many messages of a conversation a count has found. */
@RegisterForReflection
public record CountDocument(@BsonId String conversationId, long count) {}
