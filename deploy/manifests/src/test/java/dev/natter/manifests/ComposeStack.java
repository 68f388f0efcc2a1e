package dev.natter.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What deploy/compose starts, as processes of this machine with the environment that docker compose gives to the containers:
 * the services, nginx, real RabbitMQ and Redis. MongoDB and S3 are the embedded ones. What is different is where each listens:
 * a container's name becomes an address, and replicas of chat have addresses of their own, which a DNS server tells nginx.
 */
final class ComposeStack implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration TO_END = Duration.ofSeconds(25);
    private static final String LOOPBACK = "127.0.0.1";

    final int port;
    final SmtpSink smtp;
    private final Path folder;
    private final JsonNode services;
    private final Dns dns;
    private final int servicePort;
    private final int redisPort;
    private final int rabbitPort;
    private final Map<String, Process> processes = new HashMap<>();
    private final List<Process> started = new ArrayList<>();
    private URI mongodb;
    private URI s3;

    ComposeStack(Path folder) throws IOException {
        this.folder = folder;
        this.port = WebServer.freePort();
        this.servicePort = WebServer.freePort();
        this.redisPort = WebServer.freePort();
        this.rabbitPort = WebServer.freePort();
        this.smtp = SmtpSink.start();
        this.dns = Dns.start();
        this.services = Compose.config(Map.of(
                        "NATTER_PUBLIC_ORIGIN",
                        "http://localhost:" + port,
                        "NATTER_SMTP_HOST",
                        LOOPBACK,
                        "NATTER_SMTP_PORT",
                        Integer.toString(smtp.port()),
                        "NATTER_SMTP_USERNAME",
                        "natter",
                        "NATTER_SMTP_PASSWORD",
                        SmtpSink.PASSWORD,
                        "NATTER_MAIL_FROM",
                        "chat@people.test"))
                .path("services");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> started.forEach(Process::destroyForcibly)));
    }

    void start() throws IOException {
        startServers();
        dns.set("user", InetAddress.getByName("127.0.0.2"));
        startService("user", "127.0.0.2");
        awaitReady("127.0.0.2");
        startService("mail", "127.0.0.3");
        startChat("127.0.0.4");
        startChat("127.0.0.5");
        for (var address : List.of("127.0.0.3", "127.0.0.4", "127.0.0.5")) {
            awaitReady(address);
        }
        resolveChatTo("127.0.0.4", "127.0.0.5");
        startWeb();
    }

    private void startServers() throws IOException {
        launch("redis", redisCommand(), environment("redis"));
        var rabbit = environment("rabbitmq");
        launch(
                "rabbitmq",
                List.of(
                        Repository.ROOT.resolve("deploy/real-servers").toString(),
                        "rabbitmq",
                        folder.resolve("rabbitmq").toString(),
                        Integer.toString(rabbitPort),
                        rabbit.get("RABBITMQ_PASSWORD")),
                rabbit);
        var embedded = launch(
                "embedded",
                List.of(
                        java(),
                        "-Xmx256m",
                        "-jar",
                        Repository.ROOT
                                .resolve("deploy/local/servers/target/natter-local-servers.jar")
                                .toString(),
                        "--only",
                        "mongodb,s3"),
                Map.of());
        var line =
                new BufferedReader(new InputStreamReader(embedded.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertSaid(line, "embedded");
        var urls = new ObjectMapper().readTree(line);
        mongodb = URI.create(urls.path("mongodb").asText());
        s3 = URI.create(urls.path("s3").asText());
        awaitListening(LOOPBACK, redisPort, "redis");
        awaitListening(LOOPBACK, rabbitPort, "rabbitmq");
    }

    /** Compose's own, on Debian's program. */
    private List<String> redisCommand() {
        var shell = services.at("/redis/command/2").asText().replace("$$", "$");
        return List.of(
                "sh",
                "-c",
                shell.replace("valkey-server", "redis-server")
                        + " --bind 127.0.0.1 --port %d --dir %s".formatted(redisPort, folder));
    }

    void startChat(String address) throws IOException {
        startService("chat", address);
    }

    private void startService(String name, String address) throws IOException {
        var environment = environment(name);
        environment.replaceAll((variable, value) -> located(value));
        environment.put("NATTER_HTTP_HOST", address);
        environment.put("NATTER_HTTP_PORT", Integer.toString(servicePort));
        environment.computeIfPresent("NATTER_MONGODB_URL", (variable, value) -> mongodb.toString());
        environment.put("NATTER_RABBITMQ_PORT", Integer.toString(rabbitPort));
        environment.computeIfPresent("NATTER_TRUSTED_PROXIES", (variable, value) -> LOOPBACK);
        if (environment.containsKey("NATTER_S3_BUCKET")) {
            var key = s3.getUserInfo().split(":", 2);
            environment.put("NATTER_S3_ENDPOINT", "http://" + s3.getHost() + ":" + s3.getPort());
            environment.put("NATTER_S3_BUCKET", "natter");
            environment.put("NATTER_S3_ACCESS_KEY", key[0]);
            environment.put("NATTER_S3_SECRET_KEY", key[1]);
        }
        launch(
                address,
                List.of(
                        java(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar(name).toString()),
                environment);
    }

    /** The containers' names have no meaning here; their addresses have. */
    private String located(String value) {
        return value.replaceFirst("@redis:6379", "@127.0.0.1:" + redisPort)
                .replaceFirst("^rabbitmq$", LOOPBACK)
                .replaceFirst("^http://user:8080$", "http://127.0.0.2:" + servicePort);
    }

    private void startWeb() throws IOException {
        var root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(root.resolve("index.html"), "<!doctype html><title>Natter</title>");
        var environment = environment("web");
        environment.put(
                "NATTER_USER_UPSTREAM", environment.get("NATTER_USER_UPSTREAM").replace("8080", "" + servicePort));
        environment.put(
                "NATTER_CHAT_UPSTREAM", environment.get("NATTER_CHAT_UPSTREAM").replace("8080", "" + servicePort));
        environment.put("NATTER_WEB_RESOLVER", dns.address());
        environment.put("NATTER_WEB_LISTEN", "127.0.0.1:" + port);
        environment.put("NATTER_WEB_HEALTH_LISTEN", "127.0.0.1:" + WebServer.freePort());
        environment.put("NATTER_WEB_ROOT", root.toString());
        environment.put("NATTER_WEB_WORK", folder.resolve("web").toString());
        var command = new ArrayList<>(
                List.of("sh", Repository.ROOT.resolve("frontend/nginx/start.sh").toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-g", "user root;"));
        }
        launch("web", command, environment);
        awaitListening(LOOPBACK, port, "web");
    }

    void resolveChatTo(String... addresses) throws IOException {
        var all = new ArrayList<InetAddress>();
        for (var address : addresses) {
            all.add(InetAddress.getByName(address));
        }
        dns.set("chat", all.toArray(InetAddress[]::new));
    }

    /** SIGKILL. */
    void kill(String address) throws InterruptedException {
        processes.get(address).destroyForcibly().waitFor();
    }

    void awaitReady(String address) throws IOException {
        var until = Instant.now().plus(TO_START);
        while (Instant.now().isBefore(until) && processes.get(address).isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, servicePort), 1_000);
                socket.setSoTimeout(6_000);
                socket.getOutputStream()
                        .write("GET /q/health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                if (new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith("200")) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again.
            }
            pause();
        }
        throw new AssertionError(address + " does not get ready:\n" + log(address));
    }

    private void awaitListening(String address, int at, String name) throws IOException {
        var until = Instant.now().plus(TO_START);
        while (Instant.now().isBefore(until) && processes.get(name).isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, at), 1_000);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new AssertionError(name + " does not start:\n" + log(name));
    }

    /** Between two questions. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void assertSaid(String line, String name) throws IOException {
        if (line == null) {
            throw new AssertionError(name + " does not start:\n" + log(name));
        }
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    private HashMap<String, String> environment(String service) {
        var environment = new HashMap<String, String>();
        services.at("/" + service + "/environment")
                .properties()
                .forEach(variable -> environment.put(
                        variable.getKey(), variable.getValue().asText().replace("$$", "$")));
        return environment;
    }

    private Process launch(String name, List<String> command, Map<String, String> environment) throws IOException {
        var log = folder.resolve(name + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
        if (!name.equals("embedded")) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        }
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", path);
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        processes.put(name, process);
        started.add(process);
        return process;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path jar(String service) {
        return Repository.ROOT.resolve("services/" + service + "/target/quarkus-app/quarkus-run.jar");
    }

    /** Services first, so that none waits for a server that is gone. */
    @Override
    public void close() throws Exception {
        for (var names : List.of(
                List.of("web", "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.6"),
                List.of("embedded", "redis", "rabbitmq"))) {
            var all = names.stream()
                    .filter(processes::containsKey)
                    .map(processes::get)
                    .toList();
            all.forEach(Process::destroy);
            for (var process : all) {
                if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        }
        dns.close();
        smtp.close();
    }

    static boolean isPackaged() {
        return Arrays.asList("user", "chat", "mail").stream().allMatch(service -> Files.exists(jar(service)))
                && Files.exists(Repository.ROOT.resolve("deploy/local/servers/target/natter-local-servers.jar"));
    }
}
