package dev.anycarrier.http;

import java.math.BigDecimal;

/** Reads values that are neither object nor array. Each has code of its own, so that none is compiled into the other. */
enum ScalarReader implements ValueReader {

    /** A text, as a {@link String}. */
    TEXT {
        @Override
        public Object read(final JsonScanner json) {
            return json.text().text();
        }
    },

    /** A {@link CarrierWord}, as a {@link String}. */
    WORD {
        @Override
        public Object read(final JsonScanner json) {
            final String text = json.text().text();
            if (!CarrierText.isWord(text)) {
                throw json.invalid("is no word");
            }
            return text;
        }
    },

    /** A {@link Boolean}. */
    FLAG {
        @Override
        public Object read(final JsonScanner json) {
            return json.flag();
        }
    },

    /** A {@link Long}. */
    WHOLE_NUMBER {
        @Override
        public Object read(final JsonScanner json) {
            return json.wholeNumber();
        }
    },

    /** A {@link NumberOrText}, as a {@link BigDecimal}. */
    DECIMAL {
        @Override
        public Object read(final JsonScanner json) {
            if (!json.isText()) {
                return json.decimal();
            }
            final String text = json.text().text();
            if (!CarrierText.isDecimal(text)) {
                throw json.invalid("is no decimal");
            }
            return new BigDecimal(text);
        }
    }
}
