package dev.natter.chat.image.format;

/** Goes through a file of one format, block by block. */
interface Walk {

    /** How many bytes at the start are enough to tell the format. */
    int MAGIC = 12;

    /** Whether a file that starts so is of this format. */
    boolean recognises(Window start);

    /**
     * Looks at the block at this place and says where the next one is, always further on. May be called again for the same
     * place with a wider view.
     *
     * @throws dev.natter.web.Refusal when nothing more needs to be seen to refuse the file
     */
    long block(Window window, long at);
}
