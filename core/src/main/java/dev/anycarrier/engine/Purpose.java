package dev.anycarrier.engine;

/** What a request is for, as far as limits tell requests apart. */
enum Purpose {
    /** An access token. */
    TOKEN,
    /** An answer to a question. */
    QUESTION
}
