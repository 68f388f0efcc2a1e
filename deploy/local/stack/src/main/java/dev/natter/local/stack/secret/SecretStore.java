package dev.natter.local.stack.secret;

import dev.natter.local.stack.console.LaunchFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** One file with the stack's secrets. Made whole and at once or not at all, so a start cut short leaves no half of it. */
public final class SecretStore {
    private final Path file;
    private final SecretMaker maker = new SecretMaker(new SecureRandom());

    public SecretStore(Path file) {
        this.file = file;
    }

    /** The secrets kept here, or new ones that are kept from now on. */
    public Secrets load() {
        try {
            if (!Files.exists(file)) {
                write(maker.make().toJson());
            }
            var kept = new JsonObject(Files.readString(file));
            if (!kept.containsKey("pushPublicKey")) {
                // Made before there were push notifications.
                write(kept.mergeIn(maker.pushKeys()));
            }
            return Secrets.from(kept);
        } catch (DecodeException | NullPointerException e) {
            throw new LaunchFailure(file + " is not what this program wrote there; delete it, or start with --fresh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JsonObject secrets) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly);
        Files.writeString(unfinished, secrets.encodePrettily());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
