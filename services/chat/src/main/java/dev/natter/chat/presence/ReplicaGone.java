package dev.natter.chat.presence;

/** A replica has stopped or died: nothing needs to be kept for it any more. Fired as a CDI event. */
public record ReplicaGone(String replicaId) {}
