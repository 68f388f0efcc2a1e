package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** The part of a conversation that says who is in it. */
@RegisterForReflection
public record MembersDocument(@BsonId String id, List<String> memberIds) {}
