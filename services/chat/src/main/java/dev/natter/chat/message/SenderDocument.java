package dev.natter.chat.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;

/** The part of a message that says where it is and whose. */
@RegisterForReflection
public record SenderDocument(@BsonId String id, String conversationId, long seq, String senderId) {}
