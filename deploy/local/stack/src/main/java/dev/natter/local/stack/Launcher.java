package dev.natter.local.stack;

import dev.natter.local.servers.BackingServers;
import dev.natter.local.servers.Credentials;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.servers.ServerSettings;
import dev.natter.local.stack.console.Console;
import dev.natter.local.stack.console.LaunchFailure;
import dev.natter.local.stack.gateway.Gateway;
import dev.natter.local.stack.http.Listener;
import dev.natter.local.stack.inbox.Inbox;
import dev.natter.local.stack.secret.SecretStore;
import dev.natter.local.stack.secret.Secrets;
import dev.natter.local.stack.server.ServerProcess;
import dev.natter.local.stack.service.Environment;
import dev.natter.local.stack.service.RabbitAddress;
import dev.natter.local.stack.service.ServiceKind;
import dev.natter.local.stack.service.Services;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts a stack from the ground up, and lays down as it goes how each part is ended, the last first. */
final class Launcher {
    private static final String MONGODB_HEAP = "192m";
    private static final String SERVERS_HEAP = "160m";

    private final Settings settings;
    private final Map<String, String> environment;
    private final Console console;
    private final Clock clock;
    private final Ending ending;
    private final Consumer<LaunchFailure> serverEnded;
    private final List<ServerProcess> processes = new ArrayList<>();

    /** @param serverEnded called when the process of a backing server ends, at any time */
    Launcher(
            Settings settings,
            Map<String, String> environment,
            Console console,
            Clock clock,
            Ending ending,
            Consumer<LaunchFailure> serverEnded) {
        this.settings = settings;
        this.environment = environment;
        this.console = console;
        this.clock = clock;
        this.ending = ending;
        this.serverEnded = serverEnded;
    }

    /** Returns when everything is up. */
    void start() {
        var data = DataDirectory.open(settings.data());
        ending.before(data::close);
        var secrets = prepare(data);
        var vertx = vertx();
        ending.before(
                () -> vertx.close().toCompletionStage().toCompletableFuture().join());
        // Before anything slow: a taken port should be known at once.
        var app = listen(vertx, settings.port(), "NATTER_PORT");
        var inbox = listen(vertx, settings.inboxPort(), "NATTER_INBOX_PORT");
        console.progress("starting the backing servers");
        var mail = startMail(secrets);
        inbox.serve(Inbox.over(mail.mailbox(), vertx, clock));
        var servers = new LinkedHashMap<>(mail.urls());
        servers.putAll(startServers(data, secrets, app));
        startServices(vertx, data, secrets, servers, app, inbox);
        console.say("");
        console.say("Natter      " + url(app));
        console.say("Mail inbox  " + url(inbox));
    }

    private Secrets prepare(DataDirectory data) {
        var leftovers = data.endLeftovers();
        if (leftovers > 0) {
            console.progress("ended " + leftovers + " processes that were left from last time");
        }
        if (settings.fresh()) {
            data.clear();
            console.progress("starting empty");
        }
        data.requireLayout();
        return new SecretStore(data.secrets()).load();
    }

    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(4)
                .setInternalBlockingPoolSize(4)
                // Files are served from where they are; without this it copies them into a directory of its own.
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }

    private Listener listen(Vertx vertx, int port, String variable) {
        var listener = Listener.bind(vertx, port, variable);
        ending.before(listener::close);
        return listener;
    }

    /** In this process, beside the inbox that shows what it takes in; both are bounded. */
    private BackingServers startMail(Secrets secrets) {
        var mail = BackingServers.start(new ServerSettings(
                null,
                EnumSet.of(ServerKind.SMTP),
                new Credentials("natter", secrets.rabbitPassword()),
                Credentials.random("natter"),
                null));
        ending.before(mail::close);
        return mail;
    }

    /** The store alone, because it holds what people have written; addresses by label. */
    private Map<String, URI> startServers(DataDirectory data, Secrets secrets, Listener app) {
        var others = EnumSet.of(ServerKind.REDIS, ServerKind.RABBITMQ, ServerKind.S3);
        if (settings.rabbit() != null) {
            others.remove(ServerKind.RABBITMQ);
        }
        if (settings.redis() != null) {
            others.remove(ServerKind.REDIS);
        }
        var places = new ServerProcess.Places(data.servers(), data.logs(), data.run(), data.mark());
        for (var group : List.of(
                new ServerProcess.Group("mongodb", EnumSet.of(ServerKind.MONGODB), MONGODB_HEAP),
                new ServerProcess.Group("servers", others, SERVERS_HEAP))) {
            // The S3 server's origin is the app's, whose port moves with NATTER_PORT.
            var process = ServerProcess.start(group, places, secrets.rabbitPassword(), url(app), serverEnded);
            ending.before(process::stop);
            processes.add(process);
        }
        var urls = new LinkedHashMap<String, URI>();
        processes.forEach(process -> urls.putAll(process.urls()));
        return urls;
    }

    private void startServices(
            Vertx vertx, DataDirectory data, Secrets secrets, Map<String, URI> servers, Listener app, Listener inbox) {
        var places = new Services.Places(
                settings.root(),
                data.logs(),
                data.run(),
                data.mark(),
                settings.nativeWanted(),
                environment.get("NATTER_JAVA_OPTIONS"));
        var services = new Services(places, settings.replicas(), console, clock);
        var addresses = addresses(servers);
        var gateway = new Gateway(
                vertx,
                new Gateway.Backends(
                        services.urls(ServiceKind.USER),
                        services.urls(ServiceKind.CHAT),
                        settings.root().resolve("frontend/dist"),
                        servers.get(ServerKind.S3.label())));
        ending.before(() -> {
            gateway.drain();
            services.close();
        });
        app.serve(gateway);
        console.progress("starting the services");
        var readyFile = settings.readyFile() == null
                ? null
                : new ReadyFile(settings.readyFile(), url(app), url(inbox), addresses, processes);
        Runnable tell = () -> tell(readyFile, services);
        services.start(new Environment(environment, secrets, wiring(addresses, services, app)), tell);
        tell.run();
    }

    private static void tell(@Nullable ReadyFile readyFile, Services services) {
        if (readyFile != null) {
            readyFile.write(services);
        }
    }

    /** The embedded servers, and in their places the real ones that were named. */
    private Map<String, URI> addresses(Map<String, URI> servers) {
        var addresses = new LinkedHashMap<>(servers);
        if (settings.rabbit() != null) {
            addresses.put(ServerKind.RABBITMQ.label(), settings.rabbit());
        }
        if (settings.redis() != null) {
            addresses.put(ServerKind.REDIS.label(), settings.redis());
        }
        return addresses;
    }

    private static Environment.Wiring wiring(Map<String, URI> addresses, Services services, Listener app) {
        return new Environment.Wiring(
                url(app),
                services.urls(ServiceKind.USER).get(0),
                address(addresses, ServerKind.MONGODB),
                address(addresses, ServerKind.REDIS),
                RabbitAddress.of(address(addresses, ServerKind.RABBITMQ)),
                address(addresses, ServerKind.SMTP),
                address(addresses, ServerKind.S3));
    }

    private static URI address(Map<String, URI> addresses, ServerKind kind) {
        return Objects.requireNonNull(addresses.get(kind.label()), kind.label());
    }

    private static URI url(Listener listener) {
        return URI.create("http://localhost:" + listener.port());
    }
}
