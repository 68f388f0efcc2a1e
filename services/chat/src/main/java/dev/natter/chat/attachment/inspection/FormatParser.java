package dev.natter.chat.attachment.inspection;

/** Walks through the container of one format and copies what its allow-list names. */
interface FormatParser {

    /** Whether the upload is of this format. */
    boolean recognises(Source source);

    /**
     * Copies what is kept of an upload.
     *
     * @throws ImageRejectedException when the upload is unfit
     */
    void parse(Source source, InspectionState state, Output output);
}
