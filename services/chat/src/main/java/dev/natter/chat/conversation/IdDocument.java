package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;

/** A conversation of which no more is asked than whether it is there. */
@RegisterForReflection
public record IdDocument(@BsonId String id) {}
