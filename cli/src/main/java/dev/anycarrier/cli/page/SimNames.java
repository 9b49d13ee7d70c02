package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;

/**
 * How SIMs are named.
 *
 * @param full whether by their whole ids; else these are masked
 */
record SimNames(boolean full) {

    Element of(final SimRef sim) {
        return element("code", full ? sim.account() + ":" + sim.sim().value() : sim.toString());
    }

    Element of(final SimId sim) {
        return element("code", full ? sim.value() : sim.toString());
    }
}
