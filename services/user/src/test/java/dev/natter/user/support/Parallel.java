package dev.natter.user.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Many requests at once. */
public final class Parallel {

    private Parallel() {}

    /** The answers to as many requests, all under way before the first is awaited. */
    public static List<HttpResponse<String>> all(int count, IntFunction<HttpRequest> request) {
        var client = HttpClient.newHttpClient();
        var answers = IntStream.range(0, count)
                .mapToObj(i -> client.sendAsync(request.apply(i), HttpResponse.BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** A POST with a body of JSON. */
    public static HttpRequest post(String path, String json, String... headers) {
        var request = to(path).POST(HttpRequest.BodyPublishers.ofString(json));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    /** A PATCH with a body of JSON, by a signed-in user. */
    public static HttpRequest patch(String path, String json, String accessToken) {
        return to(path).method("PATCH", HttpRequest.BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + accessToken)
                .build();
    }

    private static HttpRequest.Builder to(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json");
    }

    /** How many of the answers have this status. */
    public static long count(List<HttpResponse<String>> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }
}
