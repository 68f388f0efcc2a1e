package dev.natter.chat.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.export.ExportAccount.Account;
import dev.natter.chat.export.ExportPermits.ExportPermit;
import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Writes the archive of a user while it is read. What is not read is not written: in memory are one page, or one piece of an
 * attachment, and its bytes in the archive. The access token is needed at the beginning only.
 */
@ApplicationScoped
class ExportArchive {

    private final ExportPermits permits;
    private final ExportAccount account;
    private final ArchiveParts parts;
    private final ObjectMapper json;
    private final Clock clock;

    ExportArchive(ExportPermits permits, ExportAccount account, ArchiveParts parts, ObjectMapper json, Clock clock) {
        this.permits = permits;
        this.account = account;
        this.parts = parts;
        this.json = json;
        this.clock = clock;
    }

    /** Fails before the first piece with 429 and 503; a failure after it leaves the archive incomplete. */
    Multi<byte[]> handle(String userId, String authorization) {
        return Multi.createFrom()
                .resourceFromUni(
                        () -> permits.acquire(userId),
                        permit -> account.handle(authorization)
                                .onFailure()
                                .call(permit::refund)
                                .onItem()
                                .transformToMulti(found -> write(userId, found, permit)))
                .withFinalizer(ExportPermit::release, (permit, failure) -> permit.release(), ExportPermit::release);
    }

    private Multi<byte[]> write(String userId, Account found, ExportPermit permit) {
        var writer = new ArchiveWriter(json, clock.instant());
        return parts.of(userId, found)
                .onItem()
                .transformToUniAndConcatenate(part -> compress(writer, part))
                .select()
                .where(bytes -> bytes.length > 0)
                .onItem()
                .call(permit::renew);
    }

    private Uni<byte[]> compress(ArchiveWriter writer, ArchivePart part) {
        return CallerContext.current()
                .comeBack(Uni.createFrom()
                        .item(() -> writer.write(part))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
