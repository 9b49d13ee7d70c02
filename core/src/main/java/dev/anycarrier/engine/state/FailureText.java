package dev.anycarrier.engine.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What an operating system's failure says, where the JDK's message may be nothing but a path. */
final class FailureText {

    private FailureText() {}

    static String of(final IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something else is in the place of its folder";
        }
        final String text = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
