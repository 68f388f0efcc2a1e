package dev.natter.faults.client;

import dev.natter.faults.check.ImageMessage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** People who send each other pictures, now and then, and repeat what was put off. */
public final class ImageProbe {

    private static final int PERIOD_MILLIS = 800;

    private final Vertx vertx;
    private final Map<String, Set<Person>> conversations;
    private final Recorder recorder;
    private final Queue<ImageSend> shots = new ConcurrentLinkedQueue<>();
    private long sending;

    /** @param conversations who are in which, each with two members or more */
    public ImageProbe(Vertx vertx, Map<String, Set<Person>> conversations, Recorder recorder) {
        this.vertx = vertx;
        this.conversations = conversations;
        this.recorder = recorder;
    }

    public void begin() {
        sending = vertx.setPeriodic(PERIOD_MILLIS, timer -> send());
    }

    /** Sends no more; what is on its way goes on. */
    public void stopSending() {
        vertx.cancelTimer(sending);
    }

    public void end() {
        stopSending();
        shots.forEach(ImageSend::giveUp);
    }

    private void send() {
        var ids = List.copyOf(conversations.keySet());
        var id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
        var members = List.copyOf(conversations.get(id));
        var sender = members.get(0);
        var writing = recorder.writes(
                id, sender.id(), "look!", members.stream().map(Person::id).collect(Collectors.toSet()));
        var shot = new ImageSend(vertx, sender, members.get(1), writing, recorder, png());
        shots.add(shot);
        shot.offer();
    }

    /** What became of each; asks the service for them. */
    public List<ImageMessage> pictures() {
        return shots.stream().map(ImageSend::picture).toList();
    }

    /** No two alike. */
    private static Buffer png() {
        var image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, 0, ThreadLocalRandom.current().nextInt(0x100_0000));
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return Buffer.buffer(out.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
