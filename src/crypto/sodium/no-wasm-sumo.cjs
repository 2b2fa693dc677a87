module.exports = require("libsodium-wrappers-sumo");
