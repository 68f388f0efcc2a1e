package dev.natter.chat.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;

/** The part of a message that says whose it is. */
@RegisterForReflection
public record SenderDocument(@BsonId String id, String senderId) {}
