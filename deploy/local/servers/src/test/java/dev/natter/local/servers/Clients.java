package dev.natter.local.servers;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What a service would connect with, given the addresses of the servers by their labels. */
final class Clients {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private Clients() {}

    static MongoClient mongo(Map<String, URI> servers) {
        return MongoClients.create(url(servers, ServerKind.MONGODB).toString());
    }

    static Connection rabbit(Map<String, URI> servers) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(url(servers, ServerKind.RABBITMQ));
        return factory.newConnection();
    }

    /** One command, one reply line (or the value of a bulk reply). */
    static String redis(Map<String, URI> servers, String... command) throws IOException {
        var url = url(servers, ServerKind.REDIS);
        var wire = new StringBuilder("*" + command.length + "\r\n");
        for (var part : command) {
            wire.append("$").append(part.length()).append("\r\n").append(part).append("\r\n");
        }
        return reply(url, wire.toString());
    }

    private static String reply(URI url, String command) throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            var lines = reply.lines().toList();
            return reply.startsWith("$") && lines.size() > 1 ? lines.get(1) : lines.get(0);
        }
    }

    static void mail(Map<String, URI> servers, String to, String subject) throws Exception {
        var url = url(servers, ServerKind.SMTP);
        var properties = new Properties();
        properties.put("mail.smtp.host", url.getHost());
        properties.put("mail.smtp.port", Integer.toString(url.getPort()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("natter@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject);
        mail.setText("Your code is 123456.");
        Transport.send(mail);
    }

    static HttpResponse<String> put(Map<String, URI> servers, String bucket, String key, String body) throws Exception {
        try (var presigner = presigner(servers)) {
            var url = presigner
                    .presignPutObject(request -> request.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(object -> object.bucket(bucket).key(key)))
                    .url();
            return send(HttpRequest.newBuilder(url.toURI()).PUT(HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    static HttpResponse<String> get(Map<String, URI> servers, String bucket, String key) throws Exception {
        try (var presigner = presigner(servers)) {
            var url = presigner
                    .presignGetObject(request -> request.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(object -> object.bucket(bucket).key(key)))
                    .url();
            return send(HttpRequest.newBuilder(url.toURI()));
        }
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static URI url(Map<String, URI> servers, ServerKind kind) {
        return servers.get(kind.label());
    }

    /** User name and password of that address. */
    static List<String> userInfo(URI url) {
        return Arrays.asList(url.getUserInfo().split(":", -1));
    }

    private static S3Presigner presigner(Map<String, URI> servers) {
        var url = url(servers, ServerKind.S3);
        var credentials = userInfo(url);
        return S3Presigner.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://" + url.getHost() + ":" + url.getPort()))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.get(0), credentials.get(1))))
                .build();
    }
}
