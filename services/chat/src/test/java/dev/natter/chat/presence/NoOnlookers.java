package dev.natter.chat.presence;

import java.util.Collection;

/** Nobody who wants to know. */
final class NoOnlookers implements Onlookers {

    @Override
    public void movedHere(String userId) {}

    @Override
    public void movedElsewhere(Collection<String> userIds) {}

    @Override
    public void lost(Collection<String> userIds) {}

    @Override
    public void met(String conversationId, Collection<String> memberIds) {}
}
