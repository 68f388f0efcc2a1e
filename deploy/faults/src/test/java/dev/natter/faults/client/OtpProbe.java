package dev.natter.faults.client;

import dev.natter.faults.check.Mail;
import dev.natter.testing.smtp.ReceivedMail;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People who ask for a code, each once, all the time; and the mails that they then wait for. */
public final class OtpProbe {

    private static final int PERIOD_MILLIS = 400;

    private record Promise(String address, Instant asked, Instant promised) {}

    private final Rest rest;
    private final String origin;
    private final ScriptedSmtp smtp;
    private final Recorder recorder;
    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Map<ReceivedMail, Instant> arrivals = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final long looking;
    private long asking;

    public OtpProbe(Vertx vertx, Rest rest, String origin, ScriptedSmtp smtp, Recorder recorder) {
        this.vertx = vertx;
        this.rest = rest;
        this.origin = origin;
        this.smtp = smtp;
        this.recorder = recorder;
        this.looking = vertx.setPeriodic(50, timer -> look());
    }

    public void begin() {
        asking = vertx.setPeriodic(PERIOD_MILLIS, timer -> ask());
    }

    /** Asks for no more codes; goes on waiting for mails. */
    public void stopAsking() {
        vertx.cancelTimer(asking);
    }

    public void end() {
        stopAsking();
        vertx.cancelTimer(looking);
    }

    private void ask() {
        var address = "probe-" + UUID.randomUUID() + "@example.com";
        var asked = recorder.now();
        rest.call(HttpMethod.POST, origin + "/api/v1/auth/otp", new JsonObject().put("email", address))
                .onSuccess(answer -> {
                    if (answer.status() == 202) {
                        promises.add(new Promise(address, asked, recorder.now()));
                    }
                });
    }

    private void look() {
        smtp.mails().forEach(mail -> arrivals.putIfAbsent(mail, recorder.now()));
    }

    /** Promised mails that have not come. */
    public long missing() {
        return promises.stream()
                .filter(promise ->
                        arrivals.keySet().stream().noneMatch(mail -> mail.to().equals(promise.address())))
                .count();
    }

    /** How many were promised. */
    public int promised() {
        return promises.size();
    }

    /**
     * What became of each code that was promised.
     *
     * @param parked how many mails lie where those lie that were given up: as many of the missing are accounted for
     */
    public List<Mail> mails(long parked) {
        var left = new long[] {parked};
        return promises.stream()
                .map(promise -> {
                    var came = arrivals.entrySet().stream()
                            .filter(each -> each.getKey().to().equals(promise.address()))
                            .map(Map.Entry::getValue)
                            .toList();
                    return new Mail(
                            promise.address(),
                            promise.asked(),
                            promise.promised(),
                            came,
                            came.isEmpty() && left[0]-- > 0);
                })
                .toList();
    }
}
