package dev.natter.events;

/** Exchanges, queues and routing keys. Publishers and consumers declare them identically. */
public final class Topology {

    /** Direct exchange, work queue and routing key of the mails with one-time passwords. */
    public static final String OTP_MAIL = "otp-mail";

    /** The dead-letter exchange of {@link #OTP_MAIL}. */
    public static final String OTP_MAIL_DLX = "otp-mail.dlx";

    /** The queue behind {@link #OTP_MAIL_DLX}; operators watch its length. */
    public static final String OTP_MAIL_DEAD = "otp-mail.dead";

    /** Direct exchange, work queue and routing key of {@link Notification}s. */
    public static final String NOTIFICATIONS = "notifications";

    /** The dead-letter exchange of {@link #NOTIFICATIONS}. */
    public static final String NOTIFICATIONS_DLX = "notifications.dlx";

    /** The queue behind {@link #NOTIFICATIONS_DLX}; operators watch its length. */
    public static final String NOTIFICATIONS_DEAD = "notifications.dead";

    /** Direct exchange and routing key of {@link PushEnded}. */
    public static final String PUSH_ENDED = "push-ended";

    /** Topic exchange of {@link UserEvent}s; the routing key is {@link UserEvent#routingKey()}. */
    public static final String USER_EVENTS = "user-events";

    private Topology() {}
}
