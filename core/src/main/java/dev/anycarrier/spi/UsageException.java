package dev.anycarrier.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong between a question and its answer, as one closed set of {@linkplain Kind kinds}.
 *
 * <p>The message is for the person who reads it at night: what was asked, of whom, what came back, what to do. It never
 * holds a secret, a body or a whole SIM identifier. The cause is always empty: no type of an HTTP client, a JSON library
 * or Feign escapes.
 *
 * <p>Immutable and thread-safe. Serialisable, and holds nothing but what its methods return.
 */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String detail;
    private final @Nullable String question;
    private final @Nullable String provider;
    private final @Nullable String account;
    private final @Nullable Integer status;
    private final @Nullable String carrierCode;
    private final @Nullable UnavailableCause unavailableCause;
    private final boolean retryable;
    private final @Nullable Instant notBefore;
    private final @Nullable LimitScope limitScope;
    private final @Nullable String resumeAt;
    private final @Nullable String correlationId;

    private UsageException(final Builder builder) {
        super(UsageExceptionMessage.of(builder));
        this.kind = builder.kind;
        this.detail = builder.detail;
        this.question = builder.question;
        this.provider = builder.provider;
        this.account = builder.account;
        this.status = builder.status;
        this.carrierCode = builder.carrierCode;
        this.unavailableCause = builder.unavailableCause;
        this.retryable = builder.retryable;
        this.notBefore = builder.notBefore;
        this.limitScope = builder.limitScope;
        this.resumeAt = builder.resumeAt;
        this.correlationId = builder.correlationId;
        if (builder.stackTrace != null) {
            setStackTrace(builder.stackTrace);
        }
    }

    /**
     * Begins an exception.
     *
     * @param kind its kind
     * @param detail what came back or was found, one clause without a capital or a full stop; no secret, no body
     */
    public static Builder of(final Kind kind, final String detail) {
        return new Builder(kind, detail);
    }

    /** Begins an {@link Kind#UNAVAILABLE} exception with its cause. */
    public static Builder unavailable(final UnavailableCause cause, final String detail) {
        final Builder builder = new Builder(Kind.UNAVAILABLE, detail);
        builder.unavailableCause = cause;
        builder.retryable = cause != UnavailableCause.TLS;
        return builder;
    }

    /** The kind. */
    public Kind kind() {
        return kind;
    }

    /** What came back or was found: the middle part of the message. */
    public String detail() {
        return detail;
    }

    /** Whether the same question may be asked again, later, with hope. */
    public boolean retryable() {
        return retryable;
    }

    /** What was asked, with the SIM masked, or empty if no question had been asked yet. */
    public Optional<String> question() {
        return Optional.ofNullable(question);
    }

    /** The provider's identifier, or empty if none was involved yet. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /** The account's name, or empty if none was involved yet. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** The HTTP status of the carrier's answer, or empty if there was none. */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The carrier's own error code as text, or empty if it sent none. */
    public Optional<String> carrierCode() {
        return Optional.ofNullable(carrierCode);
    }

    /** Why the carrier is unavailable; present for {@link Kind#UNAVAILABLE} alone. */
    public Optional<UnavailableCause> unavailableCause() {
        return Optional.ofNullable(unavailableCause);
    }

    /** For {@link Kind#TOO_MANY_REQUESTS}, and others where the carrier said so: when to ask again at the earliest. */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** For {@link Kind#TOO_MANY_REQUESTS}: what was counted together, or empty if the carrier did not say. */
    public Optional<LimitScope> limitScope() {
        return Optional.ofNullable(limitScope);
    }

    /** Where a broken-off paged answer can be taken up again, or empty if it must be asked from the start. */
    public Optional<String> resumeAt() {
        return Optional.ofNullable(resumeAt);
    }

    /** What ties this failure to log lines and observations of the same call. */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }

    /** A builder with everything this exception holds, its stack trace included. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The closed set of kinds. The codes are those of CAMARA's common error model where it has one. */
    public enum Kind {
        /** The question is invalid, or the carrier refuses it as such. */
        REJECTED_INPUT("INVALID_ARGUMENT", false, "correct the input"),
        /** The carrier does not accept the credentials. */
        AUTHENTICATION_FAILED("UNAUTHENTICATED", false, "check the account's credentials"),
        /** The credentials are good, but not for this. */
        PERMISSION_DENIED("PERMISSION_DENIED", false, "check what the carrier allows this account"),
        /** The carrier does not know the SIM (or the tag, or the path). */
        NOT_FOUND("NOT_FOUND", false, "check the identifier and the account"),
        /** The carrier knew the SIM once. */
        GONE("GONE", false, "stop asking for it"),
        /** This carrier cannot do that. */
        UNSUPPORTED("NOT_IMPLEMENTED", false, "ask what the account can do first"),
        /** A limit is reached; {@link #notBefore()} says when to ask again. */
        TOO_MANY_REQUESTS("TOO_MANY_REQUESTS", true, "ask again later"),
        /** No usable answer; {@link #unavailableCause()} says why. */
        UNAVAILABLE("UNAVAILABLE", true, "try again; if it stays, ask the carrier"),
        /** The time of the whole call is over. */
        DEADLINE_EXCEEDED("TIMEOUT", true, "allow more time, or try again"),
        /** The caller was interrupted, or the owner closed. */
        CANCELLED("CANCELLED", false, "nothing"),
        /** The answer is not HTTP as it should be, or comes from something that is not the carrier. */
        PROTOCOL("PROTOCOL", false, "check the address and what stands between it and here"),
        /** The answer passes a bound. */
        TOO_LARGE("TOO_LARGE", false, "ask for less, or raise the bound if the carrier is to be trusted with it"),
        /** The answer is well-formed but not what the carrier promises. */
        INVALID_DATA("INVALID_DATA", false, "report it to the provider's authors and the carrier");

        private final String code;
        private final boolean retryable;
        private final String advice;

        Kind(final String code, final boolean retryable, final String advice) {
            this.code = code;
            this.retryable = retryable;
            this.advice = advice;
        }

        /**
         * The code of CAMARA's common errors (Commonalities 0.8) where it has one for this; else the name of the kind, for
         * {@link #CANCELLED}, {@link #PROTOCOL}, {@link #TOO_LARGE} and {@link #INVALID_DATA}.
         */
        public String code() {
            return code;
        }

        /** What the reader can do about it, as an imperative clause. */
        public String advice() {
            return advice;
        }
    }

    /** Gathers the parts of a {@link UsageException}. Not thread-safe. */
    public static final class Builder {

        Kind kind;
        String detail;
        boolean retryable;

        @Nullable
        String question;

        @Nullable
        String provider;

        @Nullable
        String account;

        @Nullable
        Integer status;

        @Nullable
        String carrierCode;

        @Nullable
        UnavailableCause unavailableCause;

        @Nullable
        Instant notBefore;

        @Nullable
        LimitScope limitScope;

        @Nullable
        String resumeAt;

        @Nullable
        String correlationId;

        private StackTraceElement @Nullable [] stackTrace;

        private Builder(final Kind kind, final String detail) {
            this.kind = kind;
            this.detail = detail;
            this.retryable = kind.retryable;
        }

        private Builder(final UsageException source) {
            this.kind = source.kind;
            this.detail = source.detail;
            this.question = source.question;
            this.provider = source.provider;
            this.account = source.account;
            this.status = source.status;
            this.carrierCode = source.carrierCode;
            this.unavailableCause = source.unavailableCause;
            this.retryable = source.retryable;
            this.notBefore = source.notBefore;
            this.limitScope = source.limitScope;
            this.resumeAt = source.resumeAt;
            this.correlationId = source.correlationId;
            this.stackTrace = source.getStackTrace();
        }

        /** Makes it of another kind, retryable as that kind is; the other parts stay. */
        public Builder as(final Kind newKind, final String newDetail) {
            this.kind = newKind;
            this.detail = newDetail;
            this.retryable = newKind.retryable;
            this.unavailableCause = null;
            return this;
        }

        /** What was asked, with the SIM masked. */
        public Builder question(final String newQuestion) {
            this.question = newQuestion;
            return this;
        }

        /** What came back or was found. */
        public Builder detail(final String newDetail) {
            this.detail = newDetail;
            return this;
        }

        /** The provider's identifier. */
        public Builder provider(final String newProvider) {
            this.provider = newProvider;
            return this;
        }

        /** The account's name. */
        public Builder account(final String newAccount) {
            this.account = newAccount;
            return this;
        }

        /** The HTTP status of the answer. */
        public Builder status(final int newStatus) {
            this.status = newStatus;
            return this;
        }

        /** The carrier's own error code. */
        public Builder carrierCode(final String newCarrierCode) {
            this.carrierCode = newCarrierCode;
            return this;
        }

        /** Whether the same question may be asked again; by default as the kind and the cause say. */
        public Builder retryable(final boolean newRetryable) {
            this.retryable = newRetryable;
            return this;
        }

        /** When to ask again at the earliest. */
        public Builder notBefore(final Instant newNotBefore) {
            this.notBefore = newNotBefore;
            return this;
        }

        /** What the limit counts together. */
        public Builder limitScope(final LimitScope newLimitScope) {
            this.limitScope = newLimitScope;
            return this;
        }

        /** The cursor at which a broken-off paged answer can be taken up again. */
        public Builder resumeAt(final Optional<String> newResumeAt) {
            this.resumeAt = newResumeAt.orElse(null);
            return this;
        }

        /** What ties the failure to log lines and observations. */
        public Builder correlationId(final String newCorrelationId) {
            this.correlationId = newCorrelationId;
            return this;
        }

        /** The exception. */
        public UsageException build() {
            return new UsageException(this);
        }
    }
}
