package dev.natter.local.servers;

import java.net.URI;

/** One running server. Closing it ends it, whatever state it is in, and keeps its data if it has a directory. */
interface BackingServer extends AutoCloseable {
    /** Where a client on this machine reaches it, credentials included. */
    URI url();

    @Override
    void close();
}
