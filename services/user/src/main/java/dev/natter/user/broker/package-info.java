/**
 * Publishing to RabbitMQ with confirms. Declares exchanges and queues before it publishes, because RabbitMQ confirms a
 * message that no queue takes, and drops it. A message must never be queued for an unavailable broker.
 */
@NullMarked
package dev.natter.user.broker;

import org.jspecify.annotations.NullMarked;
