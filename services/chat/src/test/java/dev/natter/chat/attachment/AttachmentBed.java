package dev.natter.chat.attachment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A limit that a test reaches; and timeouts for a machine that is busy with tests. */
@QuarkusTestResource(AttachmentBed.class)
public class AttachmentBed implements QuarkusTestResourceLifecycleManager {

    static final int UPLOADS_PER_HOUR = 60;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "NATTER_IMAGE_UPLOADS_PER_HOUR", String.valueOf(UPLOADS_PER_HOUR),
                "NATTER_S3_TIMEOUT", "20s",
                "NATTER_ATTACHMENT_TIMEOUT", "30s",
                "NATTER_FILE_UPLOADS_PER_HOUR", String.valueOf(UPLOADS_PER_HOUR),
                "NATTER_STORAGE_PER_USER", "250M");
    }

    @Override
    public void stop() {}
}
