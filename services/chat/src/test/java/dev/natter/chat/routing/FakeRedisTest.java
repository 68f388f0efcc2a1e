package dev.natter.chat.routing;

class FakeRedisTest extends LeasesContract {

    private final FakeRedis redis = new FakeRedis(clock);

    @Override
    Leases replica(String replicaId) {
        return redis.of(replicaId);
    }
}
