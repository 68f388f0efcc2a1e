package dev.natter.local.stack.service;

import dev.natter.local.stack.secret.Secrets;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The environment variables the services are configured with, and nothing else is. */
public final class Environment {
    /** Where the images are. */
    public static final String BUCKET = "natter";

    /** Everybody who uses a local stack comes from one address, test suites among them. */
    private static final String NETWORK_LIMIT = "10000";

    private final Map<String, String> inherited;
    private final Secrets secrets;
    private final Wiring wiring;

    /**
     * Who is where.
     *
     * @param publicOrigin where browsers find Natter
     * @param user a user service, for those behind the gateway
     * @param s3 with its key
     */
    public record Wiring(URI publicOrigin, URI user, URI mongodb, URI redis, RabbitAddress rabbit, URI smtp, URI s3) {}

    /**
     * The environment variables of the services of one stack.
     *
     * @param inherited the launcher's own environment, by which limits and the like can be set from outside
     */
    public Environment(Map<String, String> inherited, Secrets secrets, Wiring wiring) {
        this.inherited = Map.copyOf(inherited);
        this.secrets = secrets;
        this.wiring = wiring;
    }

    /** The variables of one process of that service, which listens at {@code address}. */
    public Map<String, String> of(ServiceKind kind, URI address) {
        var environment = new HashMap<String, String>();
        environment.put("NATTER_HTTP_HOST", address.getHost());
        environment.put("NATTER_HTTP_PORT", Integer.toString(address.getPort()));
        environment.putAll(wiring.rabbit().variables());
        if (kind == ServiceKind.MAIL) {
            mail(environment);
        } else {
            web(environment);
            bucket(environment);
        }
        if (kind == ServiceKind.USER) {
            user(environment);
        }
        if (kind == ServiceKind.CHAT) {
            environment.put("NATTER_USER_URL", wiring.user().toString());
            environment.put(
                    "NATTER_INVITE_VIEWS_PER_MINUTE",
                    inherited.getOrDefault("NATTER_INVITE_VIEWS_PER_MINUTE", NETWORK_LIMIT));
            environment.put("NATTER_PUSH_PUBLIC_KEY", secrets.pushPublicKey());
        }
        return environment;
    }

    private void mail(Map<String, String> environment) {
        environment.put("NATTER_SMTP_HOST", wiring.smtp().getHost());
        environment.put("NATTER_SMTP_PORT", Integer.toString(wiring.smtp().getPort()));
        environment.put("NATTER_SMTP_STARTTLS", "DISABLED");
        environment.put("NATTER_MAIL_FROM", "natter@natter.localhost");
        environment.put("NATTER_PUSH_PUBLIC_KEY", secrets.pushPublicKey());
        environment.put("NATTER_PUSH_PRIVATE_KEY", secrets.pushPrivateKey());
    }

    private void web(Map<String, String> environment) {
        environment.put("NATTER_MONGODB_URL", wiring.mongodb().toString());
        environment.put("NATTER_REDIS_URL", wiring.redis().toString());
        environment.put("NATTER_PUBLIC_ORIGIN", wiring.publicOrigin().toString());
        environment.put("NATTER_INTERNAL_TOKEN", secrets.internalToken());
        environment.put("NATTER_TRUSTED_PROXIES", "127.0.0.1");
    }

    private void bucket(Map<String, String> environment) {
        var s3 = wiring.s3();
        var key = s3.getUserInfo().split(":", 2);
        // Browsers are on this machine, too, and find it where the service does.
        environment.put("NATTER_S3_ENDPOINT", "http://" + s3.getHost() + ":" + s3.getPort());
        environment.put("NATTER_S3_REGION", "us-east-1");
        environment.put("NATTER_S3_BUCKET", BUCKET);
        environment.put("NATTER_S3_ACCESS_KEY", key[0]);
        environment.put("NATTER_S3_SECRET_KEY", key[1]);
        environment.put("NATTER_S3_PATH_STYLE", "true");
    }

    private void user(Map<String, String> environment) {
        environment.put("NATTER_SIGNING_KEYS", secrets.signingKeys());
        environment.put("NATTER_OTP_PEPPER", secrets.otpPepper());
        for (var limit : new String[] {"NATTER_OTP_NETWORK_HOURLY_LIMIT", "NATTER_OTP_NETWORK_DAILY_LIMIT"}) {
            environment.put(limit, inherited.getOrDefault(limit, NETWORK_LIMIT));
        }
    }
}
