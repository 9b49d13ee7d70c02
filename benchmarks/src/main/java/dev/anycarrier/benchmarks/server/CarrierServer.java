package dev.anycarrier.benchmarks.server;

import java.io.IOException;

/**
 * Stands in for a carrier, in a process of its own: HTTP/1.1 with connections that are kept, on the loopback interface.
 *
 * <p>The answer is that of the longest prefix of the request's target, query included, that was registered by
 * {@code --answer PREFIX=FILE[@MILLISECONDS]}: a JSON file, after a delay if there is one. Airalo's token endpoint and its
 * usage are there without being asked for. {@code /count} tells how many requests there were for each prefix, and the CPU
 * time used. The first line of the standard output is the port; it ends when its standard input does.
 */
public final class CarrierServer {

    private CarrierServer() {}

    /** Runs it. */
    public static void main(final String[] arguments) throws IOException {
        final ServerLoop loop = ServerLoop.open(AnswerArguments.read(arguments));
        final Thread thread = new Thread(loop, "carrier");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(CarrierServer::fail);
        thread.start();
        System.out.println(loop.port());
        while (System.in.read() >= 0) {
            // Only its end says something.
        }
    }

    /** A client that waits for answers which never come would tell nobody why. */
    private static void fail(final Thread thread, final Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
