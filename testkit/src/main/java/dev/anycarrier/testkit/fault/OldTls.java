package dev.anycarrier.testkit.fault;

import java.nio.ByteBuffer;

/** Versions of TLS that nobody should speak any more (RFC 8996). */
public enum OldTls {
    /** TLS 1.0. */
    TLS_1_0(0x0301),
    /** TLS 1.1. */
    TLS_1_1(0x0302);

    private static final byte HANDSHAKE = 22;
    private static final byte SERVER_HELLO = 2;

    /** The oldest that every JDK still offers, so that it is the version and not the cipher that is refused. */
    private static final short ECDHE_RSA_WITH_AES_128_CBC_SHA = (short) 0xc013;

    private static final int RANDOM_LENGTH = 32;
    private static final int HELLO_LENGTH = 2 + RANDOM_LENGTH + 1 + 2 + 1;

    private final short version;

    OldTls(final int version) {
        this.version = (short) version;
    }

    /**
     * The first message of a server that knows no newer version (RFC 4346, 7.4.1.3). Made by hand, since the JDK refuses
     * to speak these versions on either side.
     */
    byte[] serverHello() {
        return ByteBuffer.allocate(5 + 4 + HELLO_LENGTH)
                .put(HANDSHAKE)
                .putShort(version)
                .putShort((short) (4 + HELLO_LENGTH))
                .putInt(SERVER_HELLO << 24 | HELLO_LENGTH)
                .putShort(version)
                .put(new byte[RANDOM_LENGTH])
                .put((byte) 0)
                .putShort(ECDHE_RSA_WITH_AES_128_CBC_SHA)
                .put((byte) 0)
                .array();
    }
}
