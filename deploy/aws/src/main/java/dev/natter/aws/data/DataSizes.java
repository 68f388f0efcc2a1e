package dev.natter.aws.data;

/**
 * How much of what keeps something.
 *
 * @param brokers one, or a cluster of three
 * @param backupDays how long DocumentDB's and the cache's snapshots are kept
 */
public record DataSizes(
        String cacheType,
        int caches,
        String brokerType,
        int brokers,
        String databaseType,
        int databases,
        int backupDays) {}
