/**
 * The one door to RabbitMQ: sends, and says whether the broker has it. Declares what it publishes to, because both brokers
 * confirm a message that no queue takes, and lose it. Must never queue a message for a broker that is away.
 */
@NullMarked
package dev.natter.user.broker;

import org.jspecify.annotations.NullMarked;
