package dev.anycarrier.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The two observations and the names of what they say. Low-cardinality names are labels of metrics too; the others never are. */
public enum AnycarrierObservation implements ObservationDocumentation {
    /** One question to an account, whoever answers it. */
    CALL {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return CallConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return KeyName.merge(AccountKey.values(), CallKey.values());
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return CallDetail.values();
        }
    },
    /** One request on the wire, for a question or an access token. */
    ATTEMPT {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return AttemptConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return KeyName.merge(AccountKey.values(), AttemptKey.values());
        }
    };

    /** What both observations say from their start on. */
    public enum AccountKey implements KeyName {
        /** The identifier of the account's provider. */
        PROVIDER("provider"),
        /** The configured name of the account. */
        ACCOUNT("account"),
        /** The name of this node, or {@code none} if no other shares the account. */
        NODE("node"),
        /** What is asked: {@code usage}, {@code records}, {@code usage_by_hour}, {@code tag_total}, {@code token}, or {@code none}. */
        OPERATION("operation");

        private final String key;

        AccountKey(final String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** What a call says besides, at its end. */
    public enum CallKey implements KeyName {
        /** Where the answer came from: {@code fresh}, {@code joined}, {@code elsewhere}, {@code asked}, {@code stale}, {@code none}. */
        CACHE("cache"),
        /** {@code success}, {@code stale}, or the kind of the failure, such as {@code not_found}. */
        OUTCOME("outcome"),
        /** Why the carrier is unavailable, such as {@code network} or {@code circuit_open}; {@code none} if it is not. */
        CAUSE("cause");

        private final String key;

        CallKey(final String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** What a call says for traces alone, at its end. */
    public enum CallDetail implements KeyName {
        /** The SIM, masked, or {@code none}. */
        SIM("sim"),
        /** What ties log lines and errors together: the caller's, or the failure's, or {@code none}. */
        CORRELATION_ID("correlation.id"),
        /** How many requests were made for it. */
        ATTEMPTS("attempts");

        private final String key;

        CallDetail(final String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** What an attempt says besides, at its end. */
    public enum AttemptKey implements KeyName {
        /** {@code success}, {@code redirection}, {@code client_error}, {@code server_error}, or the kind of the failure. */
        OUTCOME("outcome"),
        /** The HTTP status, or {@code none} if there was no whole answer. */
        STATUS("status"),
        /** Why the carrier is unavailable, such as {@code network} or {@code attempt_timeout}; {@code none} if it is not. */
        CAUSE("cause");

        private final String key;

        AttemptKey(final String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
