module.exports = require("libsodium-wrappers");
