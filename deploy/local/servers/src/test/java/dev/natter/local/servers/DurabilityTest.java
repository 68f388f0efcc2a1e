package dev.natter.local.servers;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is there again when the servers are started once more on the same directory. */
class DurabilityTest {
    @Test
    void dataSurvivesCloseAndReopen(@TempDir Path data) throws Exception {
        try (var servers = BackingServers.start(ServerSettings.all(data))) {
            servers.createBucket(Kept.BUCKET);
            Kept.write(servers.urls());
        }
        try (var servers = BackingServers.start(ServerSettings.all(data))) {
            Kept.assertIsThere(servers.urls());
        }
    }
}
