// The first import of each command, for whoever starts it without npm.
import "./node-version.js";
