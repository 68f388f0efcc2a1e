package dev.natter.local.stack.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;

/**
 * Serves files that the build compressed to clients that accept them.
 *
 * <p>Nothing is compressed at run time: responses of the services mix secrets with user content, and their compressed
 * length would leak them (BREACH).
 */
final class Precompressed implements Handler<RoutingContext> {
    private final Path files;

    /** @param files the directory in which {@code name.gz} stands beside {@code name} */
    Precompressed(Path files) {
        this.files = files.normalize();
    }

    /** Gives the file of the request's address, or passes the request on. */
    @Override
    public void handle(RoutingContext exchange) {
        var path = exchange.normalizedPath();
        give(exchange, path.endsWith("/") ? path + "index.html" : path, exchange::next);
    }

    /**
     * Gives one file.
     *
     * @param path from the directory on, with a slash before it
     * @param otherwise what to do when there is no compressed copy, or the caller does not take one
     */
    void give(RoutingContext exchange, String path, Runnable otherwise) {
        exchange.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var copy = files.resolve(path.substring(1) + ".gz").normalize();
        var type = MimeMapping.getMimeTypeForFilename(path);
        if (type == null || !copy.startsWith(files) || !takesGzip(exchange)) {
            otherwise.run();
            return;
        }
        exchange.vertx()
                .fileSystem()
                .exists(copy.toString())
                .onFailure(exchange::fail)
                .onSuccess(there -> {
                    if (there) {
                        send(exchange, copy, type);
                    } else {
                        otherwise.run();
                    }
                });
    }

    private static void send(RoutingContext exchange, Path copy, String type) {
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type.startsWith("text/") ? type + ";charset=UTF-8" : type)
                .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        WholeFile.send(exchange, copy).onFailure(exchange::fail);
    }

    private static boolean takesGzip(RoutingContext exchange) {
        return exchange.parsedHeaders().acceptEncoding().stream()
                .anyMatch(encoding -> encoding.value().equalsIgnoreCase("gzip") && encoding.weight() > 0);
    }
}
