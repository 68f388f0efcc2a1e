package dev.natter.chat.delivery;

/** One connection of a user to this replica. Its methods may be called from any thread, and never wait. */
public interface ClientConnection {

    /** Names it among all connections to all replicas. */
    String id();

    /** Whose it is, by the verified token. */
    String userId();

    /** The session that the token belongs to. */
    String sessionId();

    /** Puts an encoded frame behind those that wait. If they are too many by then, the connection ends with 4413. */
    void send(String text);

    /** Ends it when what waits has been taken. The first code given is the one that counts. */
    void close(int code, String reason);
}
