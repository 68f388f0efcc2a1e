package dev.natter.load.floor;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.report.Table;
import dev.natter.load.scenario.Bench;
import dev.natter.load.scenario.Scenario;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bare publish and consume of messages as large as a frame, so many under way at once as a replica has. */
public final class BrokerFloor implements Scenario {

    private static final int UNDER_WAY = 64;
    private static final int BYTES = 500;
    private static final Duration STRAGGLERS = Duration.ofSeconds(10);

    @Override
    public Table run(Bench bench) {
        var table = Throughput.table("broker", "Floor: bare RabbitMQ publish and consume");
        var factory = new ConnectionFactory();
        try {
            factory.setUri(bench.server("rabbitmq"));
            try (var connection = factory.newConnection()) {
                measure(bench, table, connection, false);
                measure(bench, table, connection, true);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
        return table;
    }

    private static void measure(Bench bench, Table table, Connection connection, boolean persistent)
            throws IOException, InterruptedException, java.util.concurrent.TimeoutException {
        var latencies = new Latencies();
        var room = new Semaphore(UNDER_WAY);
        try (var consumer = connection.createChannel();
                var publisher = connection.createChannel()) {
            var queue = consumer.queueDeclare("", persistent, true, true, null).getQueue();
            consumer.basicConsume(
                    queue,
                    true,
                    (tag, delivery) -> {
                        latencies.sinceDue(ByteBuffer.wrap(delivery.getBody()).getLong());
                        room.release();
                    },
                    tag -> {});
            var usage = bench.processes().begin();
            var published =
                    publish(publisher, queue, persistent, room, bench.options().time());
            BoundedWait.until(() -> latencies.count() == published, STRAGGLERS);
            Throughput.add(
                    table,
                    persistent ? "persistent" : "transient",
                    latencies,
                    published - latencies.count(),
                    usage.end());
        }
    }

    private static long publish(Channel channel, String queue, boolean persistent, Semaphore room, Duration time)
            throws IOException, InterruptedException {
        var properties = new AMQP.BasicProperties.Builder()
                .deliveryMode(persistent ? 2 : 1)
                .build();
        var end = System.nanoTime() + time.toNanos();
        var count = 0L;
        while (System.nanoTime() < end) {
            if (room.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                var body = ByteBuffer.allocate(BYTES).putLong(System.nanoTime()).array();
                channel.basicPublish("", queue, properties, body);
                count++;
            }
        }
        return count;
    }
}
