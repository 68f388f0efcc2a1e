package dev.natter.aws.data;

/**
 * Sizes of the backing servers.
 *
 * @param brokers one, or a cluster of three
 * @param backupDays retention of the cache's snapshots
 */
public record DataSizes(String cacheType, int caches, String brokerType, int brokers, int backupDays) {}
